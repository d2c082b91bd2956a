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
package io.haumea.console;

import io.haumea.server.access.AccessService;
import io.haumea.server.access.Identity;
import io.haumea.server.access.Role;
import io.haumea.server.info.ServerInfo;
import io.haumea.server.plugins.PluginService;
import io.haumea.server.rule.RuleService;
import io.haumea.server.stream.StreamService;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The stock web console, REST and this module in a real framework, on a free port. */
final class ConsoleFixture implements AutoCloseable {

    private static final List<String> JARS =
            List.of(
                    "org.osgi.util.function",
                    "org.osgi.util.promise",
                    "org.osgi.service.component",
                    "org.apache.felix.scr",
                    "gson",
                    "org.apache.felix.http.servlet-api",
                    "commons-io",
                    "commons-fileupload",
                    "org.apache.felix.http.wrappers",
                    "org.apache.felix.http.jetty12",
                    "org.apache.felix.inventory",
                    "encoder",
                    "org.apache.felix.webconsole",
                    "rest");

    /** What the system bundle lends, so that the test and the bundles share the ports. */
    private static final String SHARED =
            "io.haumea.server.access;io.haumea.server.info;io.haumea.server.json;"
                    + "io.haumea.server.plugins;io.haumea.server.rule;io.haumea.server.stream;"
                    + "io.haumea.engine.rule;"
                    + "io.haumea.sql.stream;io.haumea.sdk.data;io.haumea.sdk.error;version=0.1.0,"
                    + "org.slf4j;org.slf4j.spi;org.slf4j.event;org.slf4j.helpers;version=2.0.20,"
                    + "org.slf4j;org.slf4j.spi;org.slf4j.helpers;version=1.7.36,"
                    + "org.osgi.service.log;version=1.5.0";

    /** What the kernel's exit service was called with. */
    final List<Integer> exits = new CopyOnWriteArrayList<>();

    final Map<String, Identity> sessions = new ConcurrentHashMap<>();
    private final Felix felix;
    private final int port;

    ConsoleFixture(Path storage, int wantedPort) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SHARED);
        settings.put("felix.service.urlhandlers", "false");
        settings.put("org.apache.felix.http.host", "127.0.0.1");
        settings.put("org.osgi.service.http.port", Integer.toString(wantedPort));
        settings.put("felix.webconsole.security.providers", "haumea");
        felix = new Felix(settings);
        felix.start();
        registerServer(felix.getBundleContext());
        for (String name : JARS) {
            felix.getBundleContext().installBundle("reference:" + jar(name).toURI());
        }
        felix.getBundleContext().installBundle("reference:" + new File("target/classes").toURI());
        for (Bundle bundle : felix.getBundleContext().getBundles()) {
            bundle.start();
        }
        port = awaitPort();
    }

    private static File jar(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(File::new)
                .filter(file -> file.getName().matches(artifact + "-[0-9].*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(artifact + " is not there"));
    }

    /** Where the HTTP service listens; it registers itself with the free port that it has found. */
    private int awaitPort() throws InvalidSyntaxException {
        ServiceReference<?>[] found =
                felix.getBundleContext()
                        .getAllServiceReferences(
                                "org.osgi.service.servlet.runtime.HttpServiceRuntime", null);
        if (found == null) {
            return 0; // it could not listen
        }
        Object endpoints = found[0].getProperty("osgi.http.endpoint");
        String endpoint = endpoints instanceof String[] all ? all[0] : endpoints.toString();
        return URI.create(endpoint).getPort();
    }

    private void registerServer(BundleContext context) {
        IntConsumer exit = exits::add;
        context.registerService(
                IntConsumer.class,
                exit,
                FrameworkUtil.asDictionary(Map.of("haumea.service", "exit")));
        context.registerService(AccessService.class, new Access(), null);
        context.registerService(ServerInfo.class, empty(ServerInfo.class), null);
        context.registerService(StreamService.class, empty(StreamService.class), null);
        context.registerService(RuleService.class, empty(RuleService.class), null);
        context.registerService(PluginService.class, empty(PluginService.class), null);
    }

    /** A port to a server that is ready and has nothing. */
    private static <T> T empty(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) ->
                                switch (method.getReturnType().getSimpleName()) {
                                    case "boolean" -> method.getName().equals("ready");
                                    case "int" -> System.identityHashCode(proxy);
                                    case "long" -> 0L;
                                    case "String" -> "";
                                    case "List" -> List.of();
                                    case "Optional" -> Optional.empty();
                                    default -> throw new IllegalStateException(method.getName());
                                }));
    }

    Bundle bundle(String symbolicName) {
        return Arrays.stream(felix.getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }

    Reply send(String method, String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: localhost:").append(port).append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        request.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            String text =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(Integer.parseInt(text.substring(9, 12)), text);
        }
    }

    static String basic(String pair) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws BundleException, IOException {
        felix.stop();
        try {
            felix.waitForStop(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the framework stops", e);
        }
    }

    /**
     * An answer.
     *
     * @param status its status
     * @param text head and body
     */
    record Reply(int status, String text) {
        boolean hasHeader(String line) {
            return text.toLowerCase(Locale.ROOT).contains("\r\n" + line.toLowerCase(Locale.ROOT));
        }
    }

    private final class Access implements AccessService {
        @Override
        public Optional<Identity> login(String user, String password) {
            return switch (user + ":" + password) {
                case "vera:v" -> Optional.of(new Identity("vera", Role.VIEW));
                case "ada:a" -> Optional.of(new Identity("ada", Role.ADMIN));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Identity> token(String token) {
            return Optional.empty();
        }

        @Override
        public String openSession(Identity identity) {
            sessions.put("secret-of-" + identity.user(), identity);
            return "secret-of-" + identity.user();
        }

        @Override
        public Optional<Identity> session(String secret) {
            return Optional.ofNullable(sessions.get(secret));
        }

        @Override
        public void closeSession(String secret) {
            sessions.remove(secret);
        }

        @Override
        public Optional<Identity> anonymous(boolean loopback) {
            return loopback ? Optional.of(new Identity("anonymous", Role.EDIT)) : Optional.empty();
        }

        @Override
        public boolean allowedHost(String hostHeader) {
            return hostHeader.startsWith("localhost:");
        }
    }
}
