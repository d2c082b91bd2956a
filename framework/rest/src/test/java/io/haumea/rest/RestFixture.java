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
package io.haumea.rest;

import io.haumea.rest.access.AccessGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** The API behind its gate in the HTTP server that the product uses, on a free port. */
final class RestFixture implements AutoCloseable {

    final FakeServer fake = new FakeServer();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    static RestFixture start() throws Exception {
        RestFixture fixture = new RestFixture();
        fixture.connector.setHost("127.0.0.1");
        fixture.server.addConnector(fixture.connector);
        ServletContextHandler context = new ServletContextHandler();
        FakeServer fake = fixture.fake;
        AccessGate gate = new AccessGate(fake.access);
        // The container takes any filter here; as a preprocessor it is only known in OSGi.
        Filter filter = new PlainFilter(gate);
        context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        RestServlet servlet =
                new RestServlet(fake.info, fake.streams, fake.rules, fake.plugins, fake.access);
        context.addServlet(new ServletHolder(servlet), "/*");
        fixture.server.setHandler(context);
        fixture.server.start();
        return fixture;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Sends a request as written here, so that every header is under the test's control. */
    Reply send(String method, String path, String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        List<String> all = new ArrayList<>(List.of(headers));
        if (all.stream().noneMatch(line -> line.startsWith("Host:"))) {
            all.add("Host: localhost:" + port());
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        all.add("Content-Length: " + bytes.length);
        all.add("Connection: close");
        all.forEach(line -> head.append(line).append("\r\n"));
        head.append("\r\n");
        return exchange(head.toString().getBytes(StandardCharsets.ISO_8859_1), bytes);
    }

    Reply get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    private Reply exchange(byte[] head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(head);
            out.write(body);
            out.flush();
            return Reply.parse(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    /**
     * An answer.
     *
     * @param status its status
     * @param head its header lines
     * @param body its body
     */
    record Reply(int status, List<String> head, String body) {

        static Reply parse(String text) {
            int end = text.indexOf("\r\n\r\n");
            List<String> lines = List.of(text.substring(0, end).split("\r\n", -1));
            int status = Integer.parseInt(lines.get(0).substring(9, 12));
            String body = text.substring(end + 4);
            return new Reply(status, lines.subList(1, lines.size()), body);
        }

        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    private record PlainFilter(AccessGate gate) implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            gate.doFilter(request, response, chain);
        }
    }
}
