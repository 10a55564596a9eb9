package io.github.miscope.kernel

import java.io.IOException
import java.net.Inet4Address
import java.net.InetSocketAddress
import java.net.NetworkInterface
import java.net.ServerSocket
import java.net.Socket
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class ListenAddressTest {
    private val sockets =
        listOf("hb_port", "shell_port", "control_port", "stdin_port", "iopub_port")

    @Test
    fun `a started kernel listens where its connection file says, and nowhere else`(
        @TempDir folder: Path
    ) {
        val ports = freePorts()
        val kernel = start(folder, "127.0.0.1", ports)
        try {
            for (port in ports) {
                while (!answers("127.0.0.1", port)) {
                    assertTrue(kernel.isAlive) { folder.resolve("log").readText() }
                    Thread.sleep(50)
                }
                for (other in otherAddresses()) assertFalse(answers(other, port), "$other:$port")
            }
        } finally {
            kernel.destroyForcibly().waitFor()
        }
    }

    @Test
    fun `a kernel that cannot listen there does not start`(@TempDir folder: Path) {
        // Reserved for documentation: no machine has it.
        val kernel = start(folder, "192.0.2.1", freePorts())
        try {
            assertTrue(kernel.waitFor(2, TimeUnit.MINUTES), "still running")
            assertNotEquals(0, kernel.exitValue())
            val log = folder.resolve("log").readText()
            assertTrue("cannot listen on port" in log && "192.0.2.1" in log, log)
        } finally {
            kernel.destroyForcibly().waitFor()
        }
    }

    @Test
    fun `a file without an address means this machine, all interfaces are for who asks for them`() {
        ListenAddress.of(connection())
        ListenAddress.of(connection("ip" to ""))
        ListenAddress.of(connection("ip" to "localhost", "key" to ""))
        ListenAddress.of(connection("ip" to "::1", "key" to ""))
        ListenAddress.of(connection("ip" to "0.0.0.0"))
        ListenAddress.of(connection("ip" to "*"))
    }

    @Test
    fun `what would let everyone in is refused`() {
        for (ip in listOf("0.0.0.0", "*", "192.0.2.1", "::")) {
            for (missing in listOf("key", "signature_scheme")) {
                val refused =
                    assertThrows(IllegalArgumentException::class.java) {
                        ListenAddress.of(connection("ip" to ip, missing to ""))
                    }
                assertTrue("ip=\"$ip\"" in refused.message!!, refused.message)
            }
        }
    }

    @Test
    fun `another transport and an unknown name are refused`() {
        val ipc =
            assertThrows(IllegalArgumentException::class.java) {
                ListenAddress.of(connection("transport" to "ipc"))
            }
        assertEquals("transport must be tcp: transport=\"ipc\"", ipc.message)
        val unknown =
            assertThrows(IllegalArgumentException::class.java) {
                ListenAddress.of(connection("ip" to "no such host"))
            }
        assertEquals("ip is no address of this machine: ip=\"no such host\"", unknown.message)
    }

    /** Addresses of this machine at which a listener on all interfaces would answer. */
    private fun otherAddresses(): List<String> =
        listOf("127.0.0.2") +
            NetworkInterface.networkInterfaces()
                .flatMap { it.inetAddresses() }
                .filter { it is Inet4Address && !it.isLoopbackAddress }
                .map { it.hostAddress }
                .toList()

    private fun connection(vararg other: Pair<String, String>): JsonObject {
        val usual =
            mapOf("transport" to "tcp", "signature_scheme" to "hmac-sha256", "key" to "a key")
        return JsonObject((usual + other).mapValues { JsonPrimitive(it.value) })
    }

    /** Not taken when asked for; all open at a time, so that they differ. */
    private fun freePorts(): List<Int> {
        val open = sockets.map { ServerSocket(0) }
        return open.map { it.localPort }.also { open.forEach(ServerSocket::close) }
    }

    private fun start(folder: Path, ip: String, ports: List<Int>): Process {
        installKernel(folder)
        val file = folder.resolve("connection.json")
        val numbers = sockets.zip(ports).associate { (name, port) -> name to JsonPrimitive(port) }
        file.writeText(JsonObject(connection("ip" to ip) + numbers).toString())
        val spec = Json.parseToJsonElement(folder.resolve("kernels/kotlin/kernel.json").readText())
        val command =
            spec.jsonObject.getValue("argv").jsonArray.map {
                it.jsonPrimitive.content.replace("{connection_file}", file.toString())
            }
        return ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start()
    }

    private fun answers(address: String, port: Int): Boolean =
        try {
            Socket().use { it.connect(InetSocketAddress(address, port), 1000) }
            true
        } catch (_: IOException) {
            false
        }
}
