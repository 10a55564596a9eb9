package io.github.miscope.dsl

import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.neighbour.Norm
import io.github.miscope.estimator.neighbour.Ties
import io.github.miscope.inference.PValueAdjustment
import io.github.miscope.selection.SelectionCriterion

// The words that options take, so that one import of this package is enough.

/** Natural units of information: the default everywhere. */
public val NATS: InformationUnit = InformationUnit.NATS
    get() = Use.UNIT.of(field)

/** Bits of information: nats divided by log 2. */
public val BITS: InformationUnit = InformationUnit.BITS
    get() = Use.UNIT.of(field)

/** Sum of absolute differences, as the distance within one variable. */
public val L1: Norm = Norm.L1

/** Euclidean distance within one variable. */
public val L2: Norm = Norm.L2

/** Largest absolute difference, as the distance within one variable. */
public val LINF: Norm = Norm.LINF

/** Ties are broken by seeded jitter far below the data's resolution, and reported: the default. */
public val BROKEN: Ties = Ties.broken()

/** Ties are left to the bare formula, which fails badly on rounded data. */
public val STRICT: Ties = Ties.strict()

/** Rows with a missing value (null or NaN) are refused with a message that counts them. */
public val REFUSE: MissingValues = MissingValues.REFUSE
    get() = Use.MISSING.of(field)

/** Rows with a missing value (null or NaN) are left out, and their number is reported. */
public val DROP: MissingValues = MissingValues.DROP
    get() = Use.MISSING.of(field)

/**
 * Rows with a missing value are left out of those pairs of columns only that miss it: what [DROP]
 * does in a matrix, a ranking or a report, said aloud. Pairs may then have different rows.
 */
public val PAIRWISE: MissingValues = MissingValues.PAIRWISE
    get() = Use.MISSING.of(field)

/** Holm's adjustment of p-values for there being many: the default of a matrix or a ranking. */
public val HOLM: PValueAdjustment = PValueAdjustment.HOLM
    get() = Use.ADJUSTMENT.of(field)

/** Benjamini's and Hochberg's adjustment of p-values: a bound on the part of false finds. */
public val BENJAMINI_HOCHBERG: PValueAdjustment = PValueAdjustment.BENJAMINI_HOCHBERG
    get() = Use.ADJUSTMENT.of(field)

/** No adjustment of p-values. */
public val UNADJUSTED: PValueAdjustment = PValueAdjustment.UNADJUSTED
    get() = Use.ADJUSTMENT.of(field)

/** Columns by relevance less mean redundancy: Peng, Long and Ding 2005. */
public val MRMR: SelectionCriterion = SelectionCriterion.MRMR
    get() = Use.CRITERION.of(field)

/** Columns by their joint information with each chosen one: Yang and Moody 1999. */
public val JMI: SelectionCriterion = SelectionCriterion.JMI
    get() = Use.CRITERION.of(field)

/** Columns by what they add to each chosen one at least: Fleuret 2004. */
public val CMIM: SelectionCriterion = SelectionCriterion.CMIM
    get() = Use.CRITERION.of(field)

/** What to do with rows that have a missing value (null or NaN) in a column that is used. */
public enum class MissingValues {
    /** Throw an `IllegalArgumentException` that counts them per column: the default. */
    REFUSE,

    /** Leave those rows out, and report how many. */
    DROP,

    /** Leave them out of those pairs only that miss them, as [DROP] does where there are many. */
    PAIRWISE;

    internal val leavesOut: Boolean
        get() = this != REFUSE
}
