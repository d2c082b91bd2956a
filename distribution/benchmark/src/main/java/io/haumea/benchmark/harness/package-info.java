/** Arguments, rows of figures, percentiles: what every measurement needs. Imports none of ours. */
@NullMarked
package io.haumea.benchmark.harness;

import org.jspecify.annotations.NullMarked;
