/** The program that measures Haumea's speed and footprint. Imports everything here. */
@NullMarked
package io.haumea.benchmark;

import org.jspecify.annotations.NullMarked;
