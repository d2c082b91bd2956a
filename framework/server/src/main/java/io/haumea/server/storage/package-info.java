/**
 * Files that survive a crash: written whole or not at all. Knows nothing of what they hold; every
 * other package may use it.
 */
@NullMarked
package io.haumea.server.storage;

import org.jspecify.annotations.NullMarked;
