package io.github.miscope.jupyter

/**
 * A jar with native code, as Maven Central has it.
 *
 * @param artifact of the group `org.bytedeco`
 * @param platform its classifier
 * @param sha256 of its bytes, in hexadecimal digits
 */
internal data class NativeJar(
    val artifact: String,
    val version: String,
    val platform: String,
    val sha256: String,
) {
    val name: String
        get() = "$artifact-$version-$platform.jar"

    /** Its place in a repository. */
    val path: String
        get() = "org/bytedeco/$artifact/$version/$name"
}

/** What libtorch needs on [platform]. */
internal fun nativeJarsOf(platform: String): List<NativeJar> {
    val sums =
        requireNotNull(SUMS[platform]) {
            "libtorch is not published for $platform, only for ${SUMS.keys.joinToString()}"
        }
    return VERSIONS.zip(sums) { (artifact, version), sum ->
        NativeJar(artifact, version, platform, sum)
    }
}

/** Those of the neural module. */
private val VERSIONS =
    listOf("javacpp" to "1.5.12", "openblas" to "0.3.30-1.5.12", "pytorch" to "2.7.1-1.5.12")

/** SHA-256 of the jars in the order of [VERSIONS], as downloaded from Maven Central. */
private val SUMS =
    mapOf(
        "linux-x86_64" to
            listOf(
                "b20c8f1b5da22b0015faad73500130c53544757eab0c5945c8bcdc1fac050714",
                "d7a602fc3d3254fb51b7f75595f4cce0c0ef0799d8874c6efd3d8b45e4c4083a",
                "a045488d662028d98690da04331bc1acaeba09f8b720b4f2927dd45f5f40c5b7",
            ),
        "macosx-arm64" to
            listOf(
                "7fad9210bdbd88ca3666a6d0991d202849587985273b648ffe6bc59be1869fe5",
                "5fbd3dcaf764b242c1088a3cf896337ed30ad14b6f84b9ceb87f7c08144c4aa7",
                "18e7b7ed5cf3190cf20543836de8a92ce6dc354ee37d7234b1f736b32a64030b",
            ),
        "macosx-x86_64" to
            listOf(
                "aff460e764ffc0b9698e106e7b156785d1d62bf63c969da66a7bcb9e91f92a3d",
                "5501d3ad28cc7aa0e207f169738082b6a182cc7300fa4077bebbcc027d2084b5",
                "0e5795946a1212e6742071994673daa2a925b84e7ab01969d8a1eb5de5557cb1",
            ),
        "windows-x86_64" to
            listOf(
                "282ac3f7a9296fa1184af490a1e56386e511775d41a675967d33746afc72103d",
                "ffdc813c666856695d33cc0725cbaa2f23df031d402ad582f45c8c025b60528f",
                "4c1dda9830606c462bc41473d77284aa3196871873da0124d9e9ca4980700358",
            ),
    )
