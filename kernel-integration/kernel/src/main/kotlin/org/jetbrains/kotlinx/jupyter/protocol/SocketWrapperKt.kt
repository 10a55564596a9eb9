@file:JvmName("SocketWrapperKt")

package org.jetbrains.kotlinx.jupyter.protocol

import io.github.miscope.kernel.ListenAddress
import org.jetbrains.kotlinx.jupyter.startup.KernelConfig
import org.zeromq.SocketType
import org.zeromq.ZMQ

/**
 * Stands before the function of this name in kernel 0.11, whose sockets listen on all interfaces
 * whatever the connection file says.
 */
public fun openServerSocket(
    socketInfo: JupyterSocketInfo,
    context: ZMQ.Context,
    hmac: HMAC,
    kernelConfig: KernelConfig,
): JupyterSocket {
    val socket = createSocket(socketInfo, context, hmac, kernelConfig, JupyterSocketSide.SERVER)
    val port = checkNotNull(kernelConfig.ports[socketInfo.type]) { "no port for $socketInfo" }
    ListenAddress.ofThisKernel.bind(socket.socket, port)
    // As in the kernel: a subscriber that comes a moment later misses no message.
    if (socket.socket.socketType == SocketType.PUB) Thread.sleep(500)
    return socket
}

/** The same as in kernel 0.11; it is here since one class holds both functions. */
public fun createSocket(
    socketInfo: JupyterSocketInfo,
    context: ZMQ.Context,
    hmac: HMAC,
    kernelConfig: KernelConfig,
    side: JupyterSocketSide,
): JupyterSocket =
    SocketWrapper(socketInfo, context.socket(socketInfo.zmqType(side)), hmac, kernelConfig)
