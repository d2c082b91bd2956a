/**
 * The configuration: {@code etc/haumea.yaml}, the files of the sources, overrides from the
 * environment, references to secrets. May use {@code storage}; knows no other package of the
 * server.
 */
@NullMarked
package io.haumea.server.config;

import org.jspecify.annotations.NullMarked;
