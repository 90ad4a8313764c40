package org.zhuqi.platform.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Encrypts single values for the database: phone numbers, bank accounts. SM4 in GCM under a key that is derived from the
 * secret of the installation ({@link KeyedHash}), with a fresh nonce each time. Whoever has only the database, or a backup of
 * it, reads none of them; whoever loses the secret loses them.
 *
 * <p>A value opens only in the tenant and at the place for which it was encrypted: moved to another, it is refused.
 * Values that have to be compared by SQL have a keyed hash beside them.
 */
@Component
public class FieldCipher {
  /** Begins every stored value, so that columns can refuse plain text; another key would have another mark. */
  public static final String MARK = "sm4:";

  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private final SecureRandom random = new SecureRandom();
  private final KeyParameter key;

  FieldCipher(KeyedHash secret) {
    byte[] derived = HexFormat.of().parseHex(secret.of("key of encrypted fields", MARK));
    this.key = new KeyParameter(Arrays.copyOf(derived, KEY_BYTES));
  }

  /** @param place the column, and the row's id where values must not change rows */
  public String encrypt(String place, String plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(true, place, nonce, plain.getBytes(StandardCharsets.UTF_8));
    return MARK + Base64.getEncoder().encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
  }

  /** @throws IllegalStateException when it was not encrypted here, for this place, or has been changed */
  public String decrypt(String place, String stored) {
    if (!stored.startsWith(MARK)) throw new IllegalStateException("not encrypted: a value of " + place);
    byte[] bytes = Base64.getDecoder().decode(stored.substring(MARK.length()));
    byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
    return new String(run(false, place, nonce, Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length)), StandardCharsets.UTF_8);
  }

  private byte[] run(boolean encrypt, String place, byte[] nonce, byte[] in) {
    byte[] bound = (Tenancy.current() + "/" + place).getBytes(StandardCharsets.UTF_8);
    GCMModeCipher sm4 = GCMBlockCipher.newInstance(new SM4Engine());
    sm4.init(encrypt, new AEADParameters(key, TAG_BITS, nonce, bound));
    byte[] out = new byte[sm4.getOutputSize(in.length)];
    try {
      sm4.doFinal(out, sm4.processBytes(in, 0, in.length, out, 0));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("a value of " + place + " was changed, moved, or encrypted under another secret", e);
    }
    return out;
  }
}
