/**
 * Runs one case: an engine without threads, its input and what its sink gets. Uses {@code cases}.
 */
@NullMarked
package io.haumea.trial.run;

import org.jspecify.annotations.NullMarked;
