/**
 * Plugins to copy from: the source {@code ticker}, the sink {@code tcp}, the functions {@code
 * range} and {@code celsius}. Comments say why things are done the way they are.
 *
 * <p>May use the SDK and slf4j alone, as every plugin. Nobody uses it.
 */
@NullMarked
package io.haumea.samples;

import org.jspecify.annotations.NullMarked;
