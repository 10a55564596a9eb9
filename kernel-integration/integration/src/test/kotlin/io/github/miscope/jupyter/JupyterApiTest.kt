package io.github.miscope.jupyter

import io.github.miscope.KotlinApiContract

internal class JupyterApiTest :
    KotlinApiContract(MiscopeIntegration::class.java, "src/test/resources/api/miscope-jupyter.api")
