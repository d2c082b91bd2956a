/**
 * The command line client: parses commands, speaks to the REST API, prints what comes back. May use
 * picocli, Gson and the YAML reader; knows nothing of the server's classes.
 */
@NullMarked
package io.haumea.cli;

import org.jspecify.annotations.NullMarked;
