package io.github.miscope.jupyter

import io.github.miscope.file.WholeFile
import java.io.IOException
import java.io.InputStream
import java.io.InterruptedIOException
import java.io.OutputStream
import java.net.URI
import java.nio.file.Path
import java.security.MessageDigest
import java.util.HexFormat
import kotlin.io.path.createDirectories
import kotlin.io.path.inputStream
import kotlin.io.path.isRegularFile

/**
 * The jars with libtorch's native code for this machine, for the descriptor of `%use
 * miscope-neural`: kernels from 0.16 on lose what differs by a classifier only, and load these by
 * their paths.
 *
 * A jar is taken from Maven's local repository (`~/.m2/repository`, or the system property
 * `maven.repo.local`), else from `~/.miscope/natives`, to which it is downloaded once, about 100 MB
 * in all, from Maven Central or from the repository that the system property
 * `miscope.natives.repository` names. A file with another SHA-256 than the one known here is
 * refused.
 *
 * @param log is told of each download
 * @return absolute paths
 * @throws IllegalArgumentException if libtorch is not published for this machine
 * @throws IOException if a jar can neither be found nor downloaded, or is not the expected one
 */
public fun libtorchJars(log: (String) -> Unit = ::println): List<String> =
    nativeJarsOf(platform(System.getProperty("os.name"), System.getProperty("os.arch"))).map {
        located(it, log).toString()
    }

/** The name of a machine in the classifiers of libtorch's jars. */
internal fun platform(os: String, arch: String): String {
    val system =
        when {
            os.startsWith("Windows") -> "windows"
            os.startsWith("Mac") -> "macosx"
            else -> os.lowercase()
        }
    val processor =
        when (arch) {
            "amd64",
            "x86_64" -> "x86_64"
            "aarch64" -> "arm64"
            else -> arch
        }
    return "$system-$processor"
}

/** The verified file of [jar], downloaded if need be. */
internal fun located(
    jar: NativeJar,
    log: (String) -> Unit,
    home: Path = Path.of(System.getProperty("user.home")),
    repository: String = System.getProperty("miscope.natives.repository") ?: CENTRAL,
): Path {
    val local = System.getProperty("maven.repo.local")?.let(Path::of)
    val downloaded = home.resolve(".miscope/natives").resolve(jar.name)
    val candidates = listOf((local ?: home.resolve(".m2/repository")).resolve(jar.path), downloaded)
    candidates
        .firstOrNull { it.isRegularFile() && sha256(it) == jar.sha256 }
        ?.let {
            return it.toAbsolutePath()
        }
    val source = URI.create(repository.trimEnd('/') + "/" + jar.path)
    log("miscope: downloading $source")
    downloaded.parent.createDirectories()
    return WholeFile.write(downloaded) { download(source, jar.sha256, it) }.toAbsolutePath()
}

private fun download(source: URI, expected: String, out: OutputStream) {
    val found = source.toURL().openStream().use { copied(it, out) }
    if (found != expected) throw IOException("$source has SHA-256 $found, expected $expected")
}

private fun sha256(file: Path): String =
    file.inputStream().use { copied(it, OutputStream.nullOutputStream()) }

/** Copies [input] to [out] and returns its SHA-256. */
private fun copied(input: InputStream, out: OutputStream): String {
    val digest = MessageDigest.getInstance("SHA-256")
    val buffer = ByteArray(BUFFER)
    while (true) {
        val length = input.read(buffer)
        if (length < 0) return HexFormat.of().formatHex(digest.digest())
        if (Thread.interrupted()) throw InterruptedIOException("a download was interrupted")
        digest.update(buffer, 0, length)
        out.write(buffer, 0, length)
    }
}

private const val CENTRAL = "https://repo.maven.apache.org/maven2"

private const val BUFFER = 1 shl 16
