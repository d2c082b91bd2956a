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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The address that the HTTP service will listen on. It is tried before the framework boots, because
 * the HTTP service itself only logs a port that is taken and goes on without one.
 */
final class ListenAddress {
    private ListenAddress() {}

    /**
     * Checks that the address can be listened on now.
     *
     * @throws StartFailure if it cannot, naming the address
     */
    static void check(Map<String, String> framework) throws StartFailure {
        String port = framework.getOrDefault(KernelSettings.HTTP_PORT, "0");
        String host = framework.getOrDefault(KernelSettings.HTTP_HOST, "0.0.0.0");
        if (port.equals("0")) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port)));
        } catch (IOException e) {
            throw new StartFailure(
                    "cannot listen on port "
                            + port
                            + " of "
                            + host
                            + ": "
                            + StartFailure.reason(e)
                            + "; stop what uses it, or choose another with --port N",
                    e);
        }
    }
}
