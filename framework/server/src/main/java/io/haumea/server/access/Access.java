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

import io.haumea.sdk.error.HaumeaException;
import io.haumea.server.config.ServerSettings;
import io.haumea.server.storage.DurableFile;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users, sessions and hosts. At the first start an administrator is made, whose password lies in
 * {@code data/admin-password}, readable by the owner of the server alone.
 */
@Component(service = AccessService.class)
public final class Access implements AccessService {

    /** The user made at the first start. */
    static final String ADMIN = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.%]+]");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final ServerSettings.Access settings;
    private final UserFile users;
    private final Logins logins;
    private final Sessions sessions;
    private final Set<String> hosts;

    /**
     * Reads the users; makes the first one if there is none.
     *
     * @param settings where the file is, and who may come in without a login
     */
    @Activate
    public Access(@Reference ServerSettings settings) {
        this(settings, InstantSource.system(), new SecureRandom());
    }

    Access(ServerSettings settings, InstantSource clock, SecureRandom random) {
        this.settings = settings.access();
        Path data = settings.paths().data();
        // The demonstration leaves the installation as it was.
        this.users =
                new UserFile((settings.demo() ? data : settings.paths().etc()).resolve("users"));
        if (!users.exists()) {
            makeAdmin(data.resolve("admin-password"), random);
        }
        this.logins = new Logins(users, clock, random);
        this.sessions = new Sessions(clock, random);
        this.hosts = hosts(settings);
    }

    private void makeAdmin(Path passwordFile, SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        try {
            DurableFile.writeSecret(passwordFile, password + "\n");
            users.create(ADMIN, PasswordHash.of(password.toString(), random));
            LOG.info("Made the user '{}'; its password is in {}", ADMIN, passwordFile);
        } catch (HaumeaException e) {
            LOG.error("There are no users, and none can be made: {}", e.getMessage());
        }
    }

    private static Set<String> hosts(ServerSettings settings) {
        Set<String> hosts = new TreeSet<>(Set.of("localhost", "ip6-localhost"));
        hosts.add(settings.address().host().toLowerCase(Locale.ROOT));
        settings.access().allowedHosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
        try {
            hosts.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
        } catch (UnknownHostException e) {
            LOG.debug("This machine does not know its own name", e);
        }
        return hosts;
    }

    @Override
    public Optional<Identity> login(String user, String password) {
        return logins.login(user, password);
    }

    @Override
    public Optional<Identity> token(String token) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return users.token(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String openSession(Identity identity) {
        return sessions.open(identity);
    }

    @Override
    public Optional<Identity> session(String secret) {
        return sessions.find(secret);
    }

    @Override
    public void closeSession(String secret) {
        sessions.close(secret);
    }

    @Override
    public Optional<Identity> anonymous(boolean loopback) {
        String role = loopback ? settings.anonymous() : settings.anonymousRemote();
        return switch (role) {
            case "edit" -> Optional.of(new Identity("anonymous", Role.EDIT));
            case "view" -> Optional.of(new Identity("anonymous", Role.VIEW));
            default -> Optional.empty();
        };
    }

    /** Addresses are always allowed: only a name can be pointed at this server by somebody else. */
    @Override
    public boolean allowedHost(String hostHeader) {
        String host = hostHeader.strip().toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return hosts.contains(name) || ADDRESS.matcher(name).matches();
    }
}
