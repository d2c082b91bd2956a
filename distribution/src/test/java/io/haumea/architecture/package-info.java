/**
 * The rules that the build keeps for all modules: who may know whom, where time comes from, how
 * long a file may be. Reads class files and sources of the modules; nobody uses it.
 */
@NullMarked
package io.haumea.architecture;

import org.jspecify.annotations.NullMarked;
