package io.github.miscope.jupyter

import io.github.miscope.dsl.MiscopeHooks
import io.github.miscope.estimator.Estimate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.objectweb.asm.Type

/** The published jars need of the kernel only what all kernels of `kernel-api.csv` have. */
class KernelApiTest {
    private val kernels = listOf("0.11", "0.12-0.19")

    /** The list: what a kernel may have, and which ones have it. */
    private val known: Map<String, List<String>> =
        javaClass
            .getResource("kernel-api.csv")!!
            .readText()
            .lines()
            .filterNot { it.isBlank() || it.startsWith("#") }
            .associate { line ->
                val (reference, versions) = line.split(",")
                reference to versions.trim().split(" ")
            }

    private val used: Set<String> =
        listOf(MiscopeIntegration::class, MiscopeHooks::class, Estimate::class)
            .map { it.java.protectionDomain.codeSource.location.toURI() }
            .flatMap(::classFiles)
            .flatMapTo(sortedSetOf(), ::kernelReferences)

    @Test
    fun `every reference into the kernel is in the list`() {
        assertEquals(listOf<String>(), used.filterNot { it in known })
    }

    @Test
    fun `every kernel has what we refer to`() {
        assertEquals(mapOf<String, Any>(), known.filter { it.key in used && it.value != kernels })
    }

    @Test
    fun `the list has nothing that is no longer used, but what some kernels lack`() {
        val unused = known.filter { it.value == kernels }.keys - used
        assertEquals(setOf<String>(), unused)
    }

    @Test
    fun `the list is right about the kernel that the build has`() {
        for ((reference, versions) in known) {
            assertEquals("0.11" in versions, isThere(reference), reference)
        }
    }

    @Test
    fun `the references are seen`() {
        assertTrue(
            "override ${API}libraries/JupyterIntegration.onLoaded(L${API}libraries/JupyterIntegration\$Builder;)V" in
                used
        )
        assertTrue("type ${API}RenderersProcessor" in used)
        assertTrue("member ${API}FieldValue.getName()Ljava/lang/String;" in used)
    }

    private fun isThere(reference: String): Boolean {
        val (kind, what) = reference.split(" ")
        val owner =
            try {
                Class.forName(what.substringBefore(".").replace('/', '.'))
            } catch (_: ClassNotFoundException) {
                return false
            }
        return kind == "type" || what.substringAfter(".") in members(owner)
    }

    private fun members(owner: Class<*>): List<String> {
        val types = generateSequence(owner) { it.superclass }.toList() + owner.interfaces
        return types.flatMap { type ->
            type.declaredMethods.map { it.name + Type.getMethodDescriptor(it) } +
                type.declaredConstructors.map { "<init>" + Type.getConstructorDescriptor(it) } +
                type.declaredFields.map { it.name + Type.getDescriptor(it.type) }
        }
    }

    private companion object {
        const val API = "org/jetbrains/kotlinx/jupyter/api/"
    }
}
