package io.github.miscope.dsl

import io.github.miscope.KotlinApiContract

internal class DslApiTest :
    KotlinApiContract(MiResult::class.java, "src/test/resources/api/miscope-dsl.api")
