/** Checks the language against rows that tell what the reference answers. */
@NullMarked
package io.haumea.sql.conformance;

import org.jspecify.annotations.NullMarked;
