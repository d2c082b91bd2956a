/**
 * How values are written as text: shortest decimal digits of a double, the text form that
 * functions, group keys and error texts share, and the order of texts by bytes. The floor of this
 * module: every other package may import it, and it imports none of them.
 */
@NullMarked
package io.haumea.builtin.text;

import org.jspecify.annotations.NullMarked;
