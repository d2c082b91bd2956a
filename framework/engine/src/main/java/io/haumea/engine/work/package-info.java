/** Work on many rows that is done in portions, so that a rule gives its thread back in between. */
@NullMarked
package io.haumea.engine.work;

import org.jspecify.annotations.NullMarked;
