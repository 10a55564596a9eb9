package io.github.miscope.kernel

import java.io.OutputStream
import java.io.PrintStream
import org.jetbrains.kotlinx.jupyter.config.KernelStreams

/** Sends what the JVM prints to the recorder of the running cell, from opening until closing. */
internal class CapturedStreams(recorder: OutputRecorder) : AutoCloseable {
    private val out = System.out
    private val err = System.err

    init {
        val stdout = recorder.stream("stdout")
        val stderr = recorder.stream("stderr")
        System.setOut(stdout)
        System.setErr(stderr)
        KernelStreams.setStreams(true, stdout, stderr)
    }

    override fun close() {
        System.out.flush()
        System.err.flush()
        System.setOut(out)
        System.setErr(err)
        KernelStreams.setStreams(false, out, err)
    }

    private fun OutputRecorder.stream(name: String) =
        PrintStream(
            object : OutputStream() {
                override fun write(byte: Int) = print(name, byteArrayOf(byte.toByte()), 0, 1)

                override fun write(bytes: ByteArray, offset: Int, length: Int) =
                    print(name, bytes, offset, length)
            },
            true,
            Charsets.UTF_8,
        )
}
