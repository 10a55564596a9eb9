package io.github.miscope

import java.lang.reflect.Constructor
import java.lang.reflect.Field
import java.lang.reflect.Member
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import kotlin.reflect.KCallable
import kotlin.reflect.KVisibility
import kotlin.reflect.jvm.kotlinFunction
import kotlin.reflect.jvm.kotlinProperty

/** What is internal in Kotlin is public in bytecode, and no part of the API of a module. */
abstract class KotlinApiContract(type: Class<*>, file: String) : ApiContract(type, file) {
    override fun isOffered(visible: Class<*>): Boolean =
        if (visible.getAnnotation(Metadata::class.java)?.kind == FILE)
            visible.declaredMethods.any { Modifier.isPublic(it.modifiers) && isOffered(it) }
        else visible.kotlin.visibility.isOpen()

    override fun isOffered(visible: Member): Boolean =
        when (visible) {
            is Method -> (visible.kotlinFunction ?: propertyOf(visible))?.visibility.isOpen()
            is Constructor<*> -> visible.kotlinFunction?.visibility.isOpen()
            is Field -> visible.kotlinProperty?.visibility.isOpen()
            else -> true
        }

    /** The property of a getter, where it has a field. */
    private fun propertyOf(getter: Method): KCallable<*>? =
        getter.declaringClass.declaredFields
            .firstOrNull { getter.name.equals("get${it.name}", ignoreCase = true) }
            ?.kotlinProperty

    private fun KVisibility?.isOpen() = this == null || this in OPEN

    private companion object {
        /** The kind of a class in which the functions of a file are. */
        const val FILE = 2
        val OPEN = setOf(KVisibility.PUBLIC, KVisibility.PROTECTED)
    }
}
