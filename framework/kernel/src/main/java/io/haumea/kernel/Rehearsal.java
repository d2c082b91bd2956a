/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the server answer requests of its own, so that an archive of its classes covers more than the
 * start. What the answers are makes no difference.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final String HTTP_RUNTIME =
            "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final String ENDPOINT = "osgi.http.endpoint";
    private static final int LIMIT_MILLIS = 10_000;

    private final BundleContext context;

    /**
     * A rehearsal.
     *
     * @param context finds out where the server listens
     */
    Rehearsal(BundleContext context) {
        this.context = context;
    }

    /**
     * Sends what the file says: a line for each request with method, path and, if it has one, the
     * body; lines that begin with # are comments.
     *
     * @throws StartFailure if the file cannot be read or nobody listens
     */
    void play(Path file) throws StartFailure {
        URI server =
                address().orElseThrow(() -> new StartFailure("cannot rehearse: no HTTP service"));
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" ", 3);
                    send(parts[0], server.resolve(parts[1]), parts.length < 3 ? "" : parts[2]);
                }
            }
        } catch (IOException e) {
            throw new StartFailure("cannot rehearse " + file + ": " + StartFailure.reason(e), e);
        }
    }

    private Optional<URI> address() {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(HTTP_RUNTIME, null);
            Object endpoints = found == null ? null : found[0].getProperty(ENDPOINT);
            return endpoints instanceof String[] all && all.length > 0
                    ? Optional.of(URI.create(all[0]))
                    : Optional.empty();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }

    private static void send(String method, URI address, String body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        connection.setRequestMethod(method);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        LOG.info("{} {} answers {}", method, address.getPath(), status);
        InputStream answer =
                status < HttpURLConnection.HTTP_BAD_REQUEST
                        ? connection.getInputStream()
                        : connection.getErrorStream();
        if (answer != null) {
            answer.readAllBytes();
            answer.close();
        }
    }
}
