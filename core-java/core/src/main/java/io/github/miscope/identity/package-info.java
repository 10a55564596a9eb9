/**
 * What results depend on, as a digest: by it a file of earlier results is known to belong to a
 * plan.
 */
@NullMarked
package io.github.miscope.identity;

import org.jspecify.annotations.NullMarked;
