package io.github.miscope.kernel

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** The check of `-Puse`, which runs with the notebooks. */
class CheckUseTest {
    @Test
    fun `a plain kernel has nothing of this build`() {
        val names = listOf("miscope-kernel-1.jar", "kotlin-jupyter-kernel-1.jar", "ejml-core-1.jar")
        val plain = KernelClassPath(names.map(::File)).plainKernel
        assertEquals(listOf("kotlin-jupyter-kernel-1.jar"), plain.map { it.name })
        val here = KernelClassPath(jvmClassPath()).plainKernel
        assertEquals(
            listOf<File>(),
            here.filter { it.isDirectory || it.name.startsWith("miscope") },
        )
    }

    @Test
    fun `what does not show is complained of`() {
        val cell = """{"cell_type":"code","source":"","metadata":{},"outputs":[]}"""
        val empty = NotebookDocument.parse("""{"cells":[${List(6) { cell }.joinToString()}]}""")
        val complaints = useComplaints(empty)
        assertEquals(5, complaints.size, complaints.toString())
    }
}
