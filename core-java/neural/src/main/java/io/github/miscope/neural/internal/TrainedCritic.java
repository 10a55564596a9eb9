package io.github.miscope.neural.internal;

import io.github.miscope.estimator.LearningCurve;

/**
 * What has come of one critic.
 *
 * @param value of the bound on data that it has not seen, in nats, or as the papers have it
 * @param inSample value of the bound on training data, in nats
 * @param error standard error of the joint term of the value, in nats; 0 where there is no test
 *     part
 * @param errorOfProduct standard error of the log mean over unpaired observations, in nats; 0 where
 *     it is not known
 * @param learnt how many observations it learnt from
 * @param valued how many observations the value comes from
 * @param steps how many steps the critic had learnt that was chosen
 * @param negatives how many other x each y was compared with
 * @param curve how the training went
 * @param diverged the step at which weights or scores were found not to be finite; 0 if never
 */
public record TrainedCritic(
    double value,
    double inSample,
    double error,
    double errorOfProduct,
    int learnt,
    int valued,
    int steps,
    int negatives,
    LearningCurve curve,
    int diverged) {}
