/**
 * Tests of the built distribution as users meet it: a process of its own, driven over HTTP, MQTT
 * and files. Uses nothing of the product's code.
 */
@NullMarked
package io.haumea.endtoend;

import org.jspecify.annotations.NullMarked;
