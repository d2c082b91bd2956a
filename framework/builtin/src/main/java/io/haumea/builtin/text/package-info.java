/**
 * How numbers are written with the fewest digits. The floor of this module: every other package may
 * import it, and it imports none of them.
 */
@NullMarked
package io.haumea.builtin.text;

import org.jspecify.annotations.NullMarked;
