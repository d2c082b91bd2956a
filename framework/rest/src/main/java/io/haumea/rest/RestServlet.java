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
import io.haumea.rest.http.Answer;
import io.haumea.rest.http.RequestRefused;
import io.haumea.server.access.AccessCheck;
import io.haumea.server.access.AccessRefused;
import io.haumea.server.access.AccessService;
import io.haumea.server.access.Caller;
import io.haumea.server.info.ServerInfo;
import io.haumea.server.plugins.PluginService;
import io.haumea.server.rule.RuleService;
import io.haumea.server.stream.StreamService;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST API as a servlet of the root context; the web console's context is longer and so goes
 * before it. Callers are known from the {@link AccessGate}: a request that has not come through it
 * counts as one of nobody known.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("haumea-rest")
@HttpWhiteboardServletPattern("/*")
public final class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Caller NOBODY = new Caller(null, false);

    private final transient RestApi api;

    /**
     * Serves these.
     *
     * @param info what the server is
     * @param streams the streams
     * @param rules the rules
     * @param plugins the plugins
     * @param access the users
     */
    @Activate
    public RestServlet(
            @Reference ServerInfo info,
            @Reference StreamService streams,
            @Reference RuleService rules,
            @Reference PluginService plugins,
            @Reference AccessService access) {
        api = new RestApi(info, streams, rules, plugins, access);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServletExchange exchange = new ServletExchange(request);
        try {
            send(response, answer(exchange, caller(request)));
        } catch (AccessRefused e) {
            AccessGate.refuse(response, e);
        } catch (IOException e) {
            // Nobody is left to be answered; the container closes the connection.
            LOG.debug("{} {}: the client is gone", exchange.method(), exchange.path(), e);
            throw e;
        }
    }

    private Answer answer(ServletExchange exchange, Caller caller) throws IOException {
        if (!api.ready(exchange.path())) {
            return Answer.error(
                            503,
                            "The server is starting: plugins are being loaded and rules started."
                                    + " Try again in a moment.")
                    .with("Retry-After", "1");
        }
        try {
            Answer answer = api.router().answer(exchange, caller);
            if (answer.status() >= HttpServletResponse.SC_BAD_REQUEST) {
                log(exchange, answer.status(), answer.body());
            }
            return answer;
        } catch (RequestRefused e) {
            log(exchange, e.status(), e.getMessage());
            // What is left of the body is not wanted: without this the container would read on.
            return Answer.error(e.status(), e.getMessage()).with("Connection", "close");
        }
    }

    private static Caller caller(HttpServletRequest request) {
        return request.getAttribute(AccessCheck.CALLER_ATTRIBUTE) instanceof Caller caller
                ? caller
                : NOBODY;
    }

    private static void log(ServletExchange exchange, int status, String text) {
        LOG.info("{} {}: {} {}", exchange.method(), line(exchange.path()), status, line(text));
    }

    /** On one line, so that nobody can write lines of their own into the log. */
    private static String line(String text) {
        return CONTROL.matcher(text.strip()).replaceAll(" ");
    }

    private static void send(HttpServletResponse response, Answer answer) throws IOException {
        byte[] body = answer.bytes();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
