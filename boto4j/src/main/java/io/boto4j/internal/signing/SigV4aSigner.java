package io.boto4j.internal.signing;

import org.jspecify.annotations.Nullable;

/**
 * Signs requests with SigV4a: with a key pair in place of a shared key, for a set of regions, as
 * multi-region services want it.
 *
 * <p>Safe for any number of threads.
 */
public final class SigV4aSigner extends SigV4Signer {
  /** Immutable and swapped whole: a thread that misses another's key derives its own. */
  private volatile @Nullable SigV4aKey lastKey;

  /** Makes a signer that has no key yet. */
  public SigV4aSigner() {}

  @Override
  String algorithm() {
    return "AWS4-ECDSA-P256-SHA256";
  }

  @Override
  String scope(String day, SigningProperties properties) {
    return day + "/" + properties.signingName() + "/aws4_request";
  }

  @Override
  String regionSet(SigningProperties properties) {
    return properties.region();
  }

  @Override
  String signature(
      Utf8Buffer text,
      int from,
      String day,
      SigningProperties properties,
      SigningCredentials credentials) {
    SigV4aKey key = lastKey;
    if (key == null || !key.fits(credentials)) {
      key = SigV4aKey.derive(sha256, credentials);
      lastKey = key;
    }
    return Sha256.hexOf(key.sign(text.array(), from, text.length() - from));
  }
}
