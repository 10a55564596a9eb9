package io.github.miscope.jupyter

import java.net.URI
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.extension
import kotlin.io.path.isDirectory
import kotlin.io.path.readBytes
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import org.objectweb.asm.Type

private const val KERNEL = "org/jetbrains/kotlinx/jupyter/"

private val KERNEL_TYPE = Regex("""$KERNEL[\w/$]+""")

/**
 * What the class file [bytes] need of the kernel's API, one line each as in `kernel-api.csv`: types
 * and members that its constant pool names, and members that it overrides.
 */
internal fun kernelReferences(bytes: ByteArray): Set<String> {
    val reader = ClassReader(bytes)
    return namedIn(reader) + overriddenIn(reader)
}

/** All class files of a folder or jar. */
internal fun classFiles(location: URI): List<ByteArray> {
    val path = Path.of(location)
    if (path.isDirectory()) return classFilesBelow(path)
    return FileSystems.newFileSystem(path).use { jar ->
        jar.rootDirectories.flatMap(::classFilesBelow)
    }
}

private fun classFilesBelow(folder: Path): List<ByteArray> =
    Files.walk(folder).use { files ->
        files.filter { it.extension == "class" }.map { it.readBytes() }.toList()
    }

private fun namedIn(reader: ClassReader): Set<String> {
    val buffer = CharArray(reader.maxStringLength)
    val found = sortedSetOf<String>()
    for (index in 1 until reader.itemCount) {
        val item = reader.getItem(index)
        if (item == 0) continue
        when (reader.readByte(item - 1)) {
            FIELD,
            METHOD,
            INTERFACE_METHOD -> {
                val owner = reader.readClass(item, buffer)
                val nameAndType = reader.getItem(reader.readUnsignedShort(item + 2))
                val name = reader.readUTF8(nameAndType, buffer)
                val type = reader.readUTF8(nameAndType + 2, buffer)
                if (owner.startsWith(KERNEL)) found += "member $owner.$name$type"
            }
            CLASS -> found += kernelTypes(reader.readUTF8(item, buffer))
            NAME_AND_TYPE -> found += kernelTypes(reader.readUTF8(item + 2, buffer))
            METHOD_TYPE -> found += kernelTypes(reader.readUTF8(item, buffer))
        }
    }
    return found
}

private fun kernelTypes(text: String) =
    KERNEL_TYPE.findAll(text).map { "type ${it.value}" }.toList()

private const val CLASS = 7

private const val FIELD = 9

private const val METHOD = 10

private const val INTERFACE_METHOD = 11

private const val NAME_AND_TYPE = 12

private const val METHOD_TYPE = 16

private fun overriddenIn(reader: ClassReader): Set<String> {
    val parents =
        (reader.interfaces.toList() + listOfNotNull(reader.superName)).filter {
            it.startsWith(KERNEL)
        }
    val overridable =
        parents.flatMap { parent ->
            Class.forName(parent.replace('/', '.')).declaredMethods.map {
                parent to it.name + Type.getMethodDescriptor(it)
            }
        }
    val own = sortedSetOf<String>()
    reader.accept(
        object : ClassVisitor(Opcodes.ASM9) {
            override fun visitMethod(
                access: Int,
                name: String,
                type: String,
                signature: String?,
                exceptions: Array<out String>?,
            ): MethodVisitor? {
                own += name + type
                own += kernelTypes(type)
                return null
            }
        },
        0,
    )
    return overridable
        .filter { it.second in own }
        .map { "override ${it.first}.${it.second}" }
        .toSet() + own.filter { it.startsWith("type ") }
}
