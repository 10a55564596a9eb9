package io.github.miscope.estimator;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The kind of a {@link Warning}, for tables and for places where its sentence does not fit. */
public enum WarningKind {
  /** Ties broken. See {@link DataWarning.Ties}. */
  TIES(DataWarning.Ties.class, "ties broken"),
  /** Constant column. See {@link DataWarning.ConstantColumn}. */
  CONSTANT_COLUMN(DataWarning.ConstantColumn.class, "constant column"),
  /** Few points. See {@link EstimateWarning.FewPoints}. */
  FEW_POINTS(EstimateWarning.FewPoints.class, "few points"),
  /** Near the ceiling. See {@link EstimateWarning.NearCeiling}. */
  NEAR_CEILING(EstimateWarning.NearCeiling.class, "near the ceiling"),
  /** Near log of the batch. See {@link EstimateWarning.NearBatchCeiling}. */
  NEAR_BATCH_CEILING(EstimateWarning.NearBatchCeiling.class, "near log of the batch"),
  /** Overfits. See {@link EstimateWarning.Overfits}. */
  OVERFITS(EstimateWarning.Overfits.class, "overfits"),
  /** Training diverged. See {@link EstimateWarning.TrainingDiverged}. */
  TRAINING_DIVERGED(EstimateWarning.TrainingDiverged.class, "training diverged"),
  /** Training failed. See {@link EstimateWarning.TrainingFailed}. */
  TRAINING_FAILED(EstimateWarning.TrainingFailed.class, "training failed"),
  /** C on the edge of its grid. See {@link EstimateWarning.GridEdge}. */
  GRID_EDGE(EstimateWarning.GridEdge.class, "c on the edge of its grid"),
  /** Duplicated columns. See {@link DataWarning.DuplicateColumns}. */
  DUPLICATE_COLUMNS(DataWarning.DuplicateColumns.class, "duplicated columns"),
  /** Nearly deterministic. See {@link DataWarning.NearDeterministic}. */
  NEAR_DETERMINISTIC(DataWarning.NearDeterministic.class, "nearly deterministic"),
  /** Copied column. See {@link DataWarning.CopyOfLevels}. */
  COPY_OF_LEVELS(DataWarning.CopyOfLevels.class, "copied column"),
  /** Repeated rows. See {@link DataWarning.RepeatedRows}. */
  REPEATED_ROWS(DataWarning.RepeatedRows.class, "repeated rows"),
  /** Determined by what is given. See {@link DataWarning.DeterminedByGiven}. */
  DETERMINED_BY_GIVEN(DataWarning.DeterminedByGiven.class, "determined by what is given"),
  /** Identifier. See {@link DataWarning.Identifier}. */
  IDENTIFIER(DataWarning.Identifier.class, "identifier"),
  /** Numbers as text. See {@link DataWarning.NumbersAsText}. */
  NUMBERS_AS_TEXT(DataWarning.NumbersAsText.class, "numbers as text"),
  /** Few whole numbers. See {@link DataWarning.FewWholeNumbers}. */
  FEW_WHOLE_NUMBERS(DataWarning.FewWholeNumbers.class, "few whole numbers"),
  /** Small sample. See {@link EstimateWarning.SmallSample}. */
  SMALL_SAMPLE(EstimateWarning.SmallSample.class, "small sample"),
  /** Few points in levels. See {@link EstimateWarning.FewPointsInLevels}. */
  FEW_POINTS_IN_LEVELS(EstimateWarning.FewPointsInLevels.class, "few points in levels"),
  /** Few rows for directions. See {@link EstimateWarning.FewRowsForDirections}. */
  FEW_ROWS_FOR_DIRECTIONS(EstimateWarning.FewRowsForDirections.class, "few rows for directions"),
  /** Few points. See {@link EstimateWarning.FewPointsGiven}. */
  FEW_POINTS_GIVEN(EstimateWarning.FewPointsGiven.class, "few points"),
  /** Evenly spaced. See {@link EstimateWarning.EvenSpacing}. */
  EVEN_SPACING(EstimateWarning.EvenSpacing.class, "evenly spaced"),
  /** Wide kernels. See {@link EstimateWarning.WideKernels}. */
  WIDE_KERNELS(EstimateWarning.WideKernels.class, "wide kernels"),
  /** No one bandwidth fits. See {@link EstimateWarning.OneBandwidth}. */
  ONE_BANDWIDTH(EstimateWarning.OneBandwidth.class, "no one bandwidth fits"),
  /** Normal samples disagree. See {@link EstimateWarning.ScoresDisagree}. */
  SCORES_DISAGREE(EstimateWarning.ScoresDisagree.class, "normal samples disagree"),
  /** Near log n. See {@link EstimateWarning.NearLogN}. */
  NEAR_LOG_N(EstimateWarning.NearLogN.class, "near log n"),
  /** Grows with n. See {@link EstimateWarning.GrowsWithN}. */
  GROWS_WITH_N(EstimateWarning.GrowsWithN.class, "grows with n"),
  /** Drifts with n. See {@link EstimateWarning.Drifts}. */
  DRIFTS(EstimateWarning.Drifts.class, "drifts with n"),
  /** Dependent rows. See {@link DataWarning.DependentRows}. */
  DEPENDENT_ROWS(DataWarning.DependentRows.class, "dependent rows"),
  /** Ranks disagree. See {@link EstimateWarning.RanksDisagree}. */
  RANKS_DISAGREE(EstimateWarning.RanksDisagree.class, "ranks disagree"),
  /** Far below zero. See {@link EstimateWarning.BelowZero}. */
  BELOW_ZERO(EstimateWarning.BelowZero.class, "far below zero"),
  /** Rare levels. See {@link DataWarning.RareLevels}. */
  RARE_LEVELS(DataWarning.RareLevels.class, "rare levels"),
  /** Unseen levels. See {@link DataWarning.UnseenLevels}. */
  UNSEEN_LEVELS(DataWarning.UnseenLevels.class, "unseen levels"),
  /** Dequantised. See {@link DataWarning.Dequantised}. */
  DEQUANTISED(DataWarning.Dequantised.class, "dequantised"),
  /** Far neighbours. See {@link EstimateWarning.FarNeighbours}. */
  FAR_NEIGHBOURS(EstimateWarning.FarNeighbours.class, "far neighbours"),
  /** Large weights. See {@link EstimateWarning.LargeWeights}. */
  LARGE_WEIGHTS(EstimateWarning.LargeWeights.class, "large weights"),
  /** No interval. See {@link EstimateWarning.NoInterval}. */
  NO_INTERVAL(EstimateWarning.NoInterval.class, "no interval"),
  /** Not finite. See {@link EstimateWarning.NotFinite}. */
  NOT_FINITE(EstimateWarning.NotFinite.class, "not finite"),
  /** Too few draws. See {@link EstimateWarning.TooFewDraws}. */
  TOO_FEW_DRAWS(EstimateWarning.TooFewDraws.class, "too few draws"),
  /** Many columns. See {@link EstimateWarning.ManyColumns}. */
  MANY_COLUMNS(EstimateWarning.ManyColumns.class, "many columns"),
  /** Unknown loss. See {@link EstimateWarning.UnknownLoss}. */
  UNKNOWN_LOSS(EstimateWarning.UnknownLoss.class, "unknown loss"),
  /** Above training data. See {@link EstimateWarning.AboveTraining}. */
  ABOVE_TRAINING(EstimateWarning.AboveTraining.class, "above training data"),
  /** Near log of the test part. See {@link EstimateWarning.AboveTestPart}. */
  ABOVE_TEST_PART(EstimateWarning.AboveTestPart.class, "near log of the test part"),
  /** Critics disagree. See {@link EstimateWarning.CriticsDisagree}. */
  CRITICS_DISAGREE(EstimateWarning.CriticsDisagree.class, "critics disagree"),
  /** Few to train on. See {@link EstimateWarning.FewToTrain}. */
  FEW_TO_TRAIN(EstimateWarning.FewToTrain.class, "few to train on"),
  /** Long tails. See {@link EstimateWarning.LongTails}. */
  LONG_TAILS(EstimateWarning.LongTails.class, "long tails"),
  /** Far from zero. See {@link EstimateWarning.OffsetColumn}. */
  OFFSET_COLUMN(EstimateWarning.OffsetColumn.class, "far from zero"),
  /** No p-value. See {@link EstimateWarning.NoPValue}. */
  NO_PVALUE(EstimateWarning.NoPValue.class, "no p-value"),
  /** Lack of fit. See {@link EstimateWarning.LackOfFit}. */
  LACK_OF_FIT(EstimateWarning.LackOfFit.class, "lack of fit"),
  /** Few rows to fit. See {@link EstimateWarning.FewRowsToFit}. */
  FEW_ROWS_TO_FIT(EstimateWarning.FewRowsToFit.class, "few rows to fit"),
  /** Inexact permutations. See {@link EstimateWarning.InexactScheme}. */
  INEXACT_SCHEME(EstimateWarning.InexactScheme.class, "inexact permutations"),
  /** A warning about estimates within strata. See {@link Warning.InStrata}. */
  IN_STRATA(Warning.InStrata.class, "within strata");

  private final Class<? extends Warning> type;
  private final String label;

  WarningKind(Class<? extends Warning> type, String label) {
    this.type = type;
    this.label = label;
  }

  /** The kind of a warning. */
  static WarningKind of(Warning warning) {
    return Arrays.stream(values())
        .filter(kind -> kind.type == warning.getClass())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no kind of " + warning.getClass()));
  }

  /**
   * The kind of a name in tables.
   *
   * @param tableName as {@link #tableName()}
   * @return the kind; empty if there is none of that name
   */
  public static Optional<WarningKind> named(String tableName) {
    Objects.requireNonNull(tableName, "tableName");
    return Arrays.stream(values()).filter(kind -> kind.tableName().equals(tableName)).findFirst();
  }

  /**
   * Its name in tables and checkpoints.
   *
   * @return for instance {@code "FewPoints"}
   */
  public String tableName() {
    return type.getSimpleName();
  }

  /**
   * A word or two for people.
   *
   * @return for instance {@code "few points"}
   */
  public String label() {
    return label;
  }

  /** Its {@link #label()}. */
  @Override
  public String toString() {
    return label;
  }
}
