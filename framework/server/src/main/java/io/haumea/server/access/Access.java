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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Users, sessions and tokens. At the first start it makes a user {@code admin} with a random
 * password, which is kept in the file {@code admin-password} beside the users, readable by the
 * owner only, until somebody deletes it.
 */
@Component(service = {AccessService.class, Access.class})
public final class Access implements AccessService {

    /** The file with the generated password. */
    static final String PASSWORD_FILE = "admin-password";

    private static final Logger LOG = LoggerFactory.getLogger(Access.class);

    /**
     * Some tenths of a second on a small box: dear for whoever guesses, bearable for whoever knows.
     */
    private static final int ITERATIONS = 310_000;

    private static final int PASSWORD_LENGTH = 20;
    private static final int REMEMBERED = 1_000;

    private final ServerSettings.Access settings;
    private final UsersFile users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final HostNames hosts;
    private final String decoy;

    /** Hashing is dear on purpose; strangers must not be able to take all processors with it. */
    private final Semaphore hashing = new Semaphore(2);

    /** Logins that were right, so that clients which send their password each time are quick. */
    private final Map<String, String> verified = new ConcurrentHashMap<>();

    private final String verifiedSalt;

    /**
     * Reads the users, or makes the first.
     *
     * @param settings where they are
     */
    @Activate
    public Access(@Reference ServerSettings settings) {
        this(settings, InstantSource.system(), ITERATIONS);
    }

    Access(ServerSettings settings, InstantSource clock, int iterations) {
        this.settings = settings.access();
        this.passwords = new Passwords(new SecureRandom(), iterations);
        this.users = usersFile(settings.paths());
        this.sessions = new Sessions(clock);
        this.throttle = new Throttle(clock);
        this.hosts = new HostNames(settings);
        this.decoy = passwords.decoy();
        this.verifiedSalt = passwords.secret();
        if (!users.exists()) {
            makeAdmin();
        }
    }

    /** In {@code etc}, or where that belongs to somebody else, with the data. */
    private static UsersFile usersFile(ServerSettings.Paths paths) {
        UsersFile usual = new UsersFile(paths.etc().resolve("users"));
        return usual.exists() || UsersFile.canCreateIn(paths.etc())
                ? usual
                : new UsersFile(paths.data().resolve("users"));
    }

    private void makeAdmin() {
        String password = passwords.secret().replaceAll("[_-]", "").substring(0, PASSWORD_LENGTH);
        Path file = passwordFile();
        try {
            DurableFile.writeSecret(file, password + "\n");
            users.create("admin", Role.ADMIN, passwords.hash(password));
            LOG.info("The user 'admin' was made; its password is in {}", file);
        } catch (HaumeaException e) {
            LOG.error("No user could be made, so nobody can log in: {}", e.getMessage());
        }
    }

    /** Where the generated password of the admin is, if nobody has deleted it. */
    public Path passwordFile() {
        return users.path().resolveSibling(PASSWORD_FILE);
    }

    @Override
    public Optional<Identity> login(String user, String password) {
        if (throttle.closed(user)) {
            return Optional.empty();
        }
        Optional<UsersFile.User> known = users.user(user);
        String hash = known.map(UsersFile.User::hash).orElse(decoy);
        // With the hash in the key, a changed password ends what was remembered.
        String key = Passwords.digest(verifiedSalt + hash + password);
        boolean right = known.isPresent() && hash.equals(verified.get(key));
        if (!right) {
            right = matches(password, hash) && known.isPresent();
        }
        if (!right) {
            throttle.failed(user);
            return Optional.empty();
        }
        throttle.succeeded(user);
        if (verified.size() >= REMEMBERED) {
            verified.clear();
        }
        verified.put(key, hash);
        return known.map(UsersFile.User::identity);
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return Passwords.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    @Override
    public Optional<Identity> token(String token) {
        return users.token(Passwords.digest(token));
    }

    @Override
    public String openSession(Identity identity) {
        String secret = passwords.secret();
        sessions.open(secret, identity);
        return secret;
    }

    @Override
    public Optional<Identity> session(String secret) {
        // A user that was removed or given another role meanwhile is treated as such at once.
        return sessions.find(secret)
                .flatMap(identity -> users.user(identity.user()))
                .map(UsersFile.User::identity);
    }

    @Override
    public void closeSession(String secret) {
        sessions.close(secret);
    }

    @Override
    public Optional<Identity> anonymous(boolean loopback) {
        String allowed = loopback ? settings.anonymous() : settings.anonymousRemote();
        return allowed.equals("none")
                ? Optional.empty()
                : Optional.of(
                        new Identity("anonymous", Role.valueOf(allowed.toUpperCase(Locale.ROOT))));
    }

    @Override
    public boolean allowedHost(String hostHeader) {
        return hosts.allowed(hostHeader);
    }
}
