/** Checks whole rules against cases that tell what the reference answers. */
@NullMarked
package io.haumea.trial.conformance;

import org.jspecify.annotations.NullMarked;
