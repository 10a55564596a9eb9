package io.github.miscope.kernel

import java.net.Inet6Address
import java.net.InetAddress
import java.net.UnknownHostException
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonPrimitive
import org.zeromq.ZMQ
import org.zeromq.ZMQException

/** Where the sockets of a kernel listen: the `ip` of its connection file. */
internal class ListenAddress private constructor(private val ip: String) {
    private val host: InetAddress? =
        if (ip == ALL_INTERFACES) null
        else
            try {
                InetAddress.getByName(ip)
            } catch (e: UnknownHostException) {
                throw IllegalArgumentException("ip is no address of this machine: ip=\"$ip\"", e)
            }

    private val isLoopback = host?.isLoopbackAddress == true

    /**
     * Binds [socket] to [port] of this address.
     *
     * @throws IllegalStateException if it cannot be bound
     */
    fun bind(socket: ZMQ.Socket, port: Int) {
        if (host is Inet6Address) socket.setIPv6(true)
        val name =
            when (host) {
                null -> ALL_INTERFACES
                is Inet6Address -> "[${host.hostAddress}]"
                else -> host.hostAddress
            }
        val bound =
            try {
                socket.bind("tcp://$name:$port")
            } catch (e: ZMQException) {
                throw IllegalStateException(cannotListen(port), e)
            }
        check(bound) { cannotListen(port) }
    }

    private fun cannotListen(port: Int) = "the kernel cannot listen on port $port of \"$ip\""

    companion object {
        private const val ALL_INTERFACES = "*"

        @Volatile private var address: ListenAddress? = null

        /** The address of the kernel that this JVM is. */
        var ofThisKernel: ListenAddress
            get() = checkNotNull(address) { "the kernel was not told where to listen" }
            set(value) {
                address = value
            }

        /**
         * The address that a [connectionFile] of Jupyter gives.
         *
         * @throws IllegalArgumentException if the kernel should not or cannot listen there
         */
        fun of(connectionFile: JsonObject): ListenAddress {
            fun text(name: String) = connectionFile[name]?.jsonPrimitive?.contentOrNull.orEmpty()
            val transport = text("transport").ifEmpty { "tcp" }
            require(transport == "tcp") { "transport must be tcp: transport=\"$transport\"" }
            val address = ListenAddress(text("ip").ifEmpty { "127.0.0.1" })
            require(
                address.isLoopback ||
                    (text("key").isNotEmpty() && text("signature_scheme").isNotEmpty())
            ) {
                "without a key and a signature_scheme everyone who reaches the kernel can run code " +
                    "in it; ip must be a loopback address then: ip=\"${address.ip}\""
            }
            return address
        }
    }
}
