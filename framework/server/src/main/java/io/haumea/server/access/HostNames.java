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
package io.haumea.server.access;

import io.haumea.server.config.ServerSettings;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The names by which requests may call this server. A page of somebody else that has its own name
 * pointed here can't send a request under one of these.
 */
final class HostNames {

    private static final Logger LOG = LoggerFactory.getLogger(HostNames.class);
    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "[::]", "");

    private final Set<String> names = new HashSet<>();

    HostNames(ServerSettings settings) {
        names.addAll(Set.of("localhost", "127.0.0.1", "[::1]"));
        String host = settings.address().host();
        if (ALL_ADDRESSES.contains(host)) {
            addOwnAddresses();
        } else {
            add(host);
        }
        settings.access().allowedHosts().forEach(this::add);
    }

    boolean allowed(String hostHeader) {
        return names.contains(withoutPort(hostHeader.strip().toLowerCase(Locale.ROOT)));
    }

    private static String withoutPort(String host) {
        if (host.startsWith("[")) {
            int end = host.indexOf(']');
            boolean plain = end > 0 && host.substring(end + 1).matches("(:\\d{1,5})?");
            return plain ? host.substring(0, end + 1) : "";
        }
        int colon = host.indexOf(':');
        if (colon < 0) {
            return host;
        }
        return host.substring(colon).matches(":\\d{1,5}") ? host.substring(0, colon) : "";
    }

    private void add(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        boolean bareSix = lower.chars().filter(c -> c == ':').count() > 1 && !lower.startsWith("[");
        names.add(bareSix ? "[" + lower + "]" : lower);
    }

    /** Who listens on all addresses is called by any of them, and by the machine's name. */
    private void addOwnAddresses() {
        try {
            for (NetworkInterface card :
                    Collections.list(NetworkInterface.getNetworkInterfaces())) {
                Collections.list(card.getInetAddresses())
                        .forEach(address -> add(address.getHostAddress().replaceAll("%.*", "")));
            }
            add(InetAddress.getLocalHost().getHostName());
        } catch (SocketException | UnknownHostException e) {
            LOG.info(
                    "Not all names of this machine are known ({}); add what is missing to"
                            + " rest.allowedHosts",
                    e.toString());
        }
    }
}
