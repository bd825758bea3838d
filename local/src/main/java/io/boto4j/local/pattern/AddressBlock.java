package io.boto4j.local.pattern;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Blocks of IP addresses, such as {@code 10.0.0.0/24}. */
public final class AddressBlock {
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private AddressBlock() {}

  /**
   * Whether a text is a block.
   *
   * @param block the text
   * @return true for an address, a slash and the length of the prefix
   */
  public static boolean isValid(String block) {
    int slash = block.indexOf('/');
    byte[] address = slash < 0 ? null : bytes(block.substring(0, slash));
    return address != null && length(block.substring(slash + 1), address.length) >= 0;
  }

  /**
   * Whether a block contains an address.
   *
   * @param block the block
   * @param address the address, of IPv4 or IPv6
   * @return true if it does
   */
  public static boolean contains(String block, String address) {
    int slash = block.indexOf('/');
    byte[] network = slash < 0 ? null : bytes(block.substring(0, slash));
    byte[] candidate = bytes(address);
    if (network == null || candidate == null || network.length != candidate.length) {
      return false;
    }
    int length = length(block.substring(slash + 1), network.length);
    for (int bit = 0; bit < length; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((network[bit / 8] & mask) != (candidate[bit / 8] & mask)) {
        return false;
      }
    }
    return length >= 0;
  }

  private static int length(String text, int bytes) {
    try {
      int length = Integer.parseInt(text);
      return length <= bytes * 8 ? length : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Only literals are looked at; a name would be looked up in the network. */
  private static byte @Nullable [] bytes(String address) {
    if (!V4.matcher(address).matches() && !V6.matcher(address).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
