package io.github.miscope.dsl

import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.ZonedDateTime
import java.time.temporal.TemporalAccessor
import java.util.Date
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.sin
import org.jetbrains.kotlinx.dataframe.DataColumn

/** A period in which times come round. */
public enum class Cycle {
    /** From midnight to midnight. */
    DAY,

    /** From Monday to Monday. */
    WEEK,

    /** From January to January. */
    YEAR,
}

internal fun Any.isTime() =
    this is TemporalAccessor || this is Date || javaClass.name.startsWith("kotlinx.datetime.")

/**
 * Dates and times as seconds since 1970, those without a zone as if in UTC; null if they are none.
 */
internal fun DataColumn<*>.toTimes(name: String): NamedColumn? {
    val values = values().toList()
    if (values.all { it == null } || values.any { it != null && !it.isTime() }) return null
    val seconds = values.map { value -> value?.let { it.seconds() ?: return null } }
    return NamedColumn(name, DoubleArray(values.size) { seconds[it] ?: Double.NaN }, isTime = true)
}

private fun Any.seconds(): Double? =
    when (this) {
        is Date -> time / MILLIS
        is Instant -> epochSecond + nano / NANOS
        is LocalDate -> toEpochDay() * SECONDS_OF_DAY
        is LocalDateTime -> toEpochSecond(ZoneOffset.UTC) + nano / NANOS
        is LocalTime -> toNanoOfDay() / NANOS
        is OffsetDateTime -> toInstant().seconds()
        is ZonedDateTime -> toInstant().seconds()
        is TemporalAccessor -> null
        // kotlinx-datetime writes the same standard form.
        else ->
            when (javaClass.simpleName) {
                "LocalDate" -> LocalDate.parse(toString()).seconds()
                "LocalDateTime" -> LocalDateTime.parse(toString()).seconds()
                "LocalTime" -> LocalTime.parse(toString()).seconds()
                "Instant" -> Instant.parse(toString()).seconds()
                else -> null
            }
    }

/** A point on a circle for each time, so that the end of a period is near its start. */
internal fun NamedColumn.cyclic(cycle: Cycle): List<NamedColumn> {
    require(isTime) { "cyclic(${cycle.name}, ${quoted(name)}): the column holds no dates or times" }
    val angles = values.map { if (it.isNaN()) it else 2 * PI * cycle.fraction(it) }
    val period = cycle.name.lowercase()
    return listOf(
        NamedColumn("$name (sine of $period)", DoubleArray(angles.size) { sin(angles[it]) }),
        NamedColumn("$name (cosine of $period)", DoubleArray(angles.size) { cos(angles[it]) }),
    )
}

private fun Cycle.fraction(seconds: Double): Double {
    val days = seconds / SECONDS_OF_DAY
    return when (this) {
        Cycle.DAY -> days - Math.floor(days)
        // 1970 began on a Thursday.
        Cycle.WEEK -> ((days + 3) / 7).let { it - Math.floor(it) }
        Cycle.YEAR -> {
            val date = LocalDate.ofEpochDay(Math.floor(days).toLong())
            (date.dayOfYear - 1 + days - Math.floor(days)) / date.lengthOfYear()
        }
    }
}

private const val MILLIS = 1e3
private const val NANOS = 1e9
private const val SECONDS_OF_DAY = 86_400.0
