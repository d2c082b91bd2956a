/** Finds the rows that say what an engine compatible with EMQ X Kuiper 0.9 answers. */
@NullMarked
package io.haumea.engine.conformance;

import org.jspecify.annotations.NullMarked;
