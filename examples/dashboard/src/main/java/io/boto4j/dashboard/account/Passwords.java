package io.boto4j.dashboard.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with Argon2id, in the setting that OWASP recommends: 19 MiB, two passes. */
public final class Passwords {
  /** The shortest password; NIST SP 800-63B asks for length, and for no mix of characters. */
  public static final int SHORTEST = 12;

  /** The longest password, so that nobody sends a book. */
  public static final int LONGEST = 128;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** As many hashes at a time as there are processors: each needs its 19 MiB. */
  private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /** Compared with if the user does not exist, so that both cases take the same time. */
  private final String nobodys = hash("nobody's password");

  /** Creates the hasher, which threads may share. */
  public Passwords() {}

  /**
   * Hashes a password with a new salt.
   *
   * @param password the password
   * @return the hash, with the algorithm, its setting and the salt
   */
  public String hash(String password) {
    return limited(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
  }

  /**
   * Compares a password with a hash.
   *
   * @param password the password
   * @param hash the hash; null if the user does not exist, which takes as long and returns false
   * @return whether the hash is that of the password
   */
  public boolean matches(String password, @Nullable String hash) {
    String compared = hash == null ? nobodys : hash;
    boolean same =
        limited(
            () ->
                Password.check(password, compared)
                    .with(Argon2Function.getInstanceFromHash(compared)));
    return same && hash != null;
  }

  private <T> T limited(Supplier<T> work) {
    permits.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}
