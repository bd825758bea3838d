package io.boto4j.reference.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "PutItem, put item, CC",
    "DBInstanceIdentifier, db instance identifier, UCC",
    "DBInstanceARNs, db instance arns, UCS",
    "ListObjectsV2, list objects v2, CCC",
    "put_item, put item, l_l",
    "PAY_PER_REQUEST, pay per request, U_U_U",
    "s3api, s3api, l",
    "m5.2xlarge, m5 2xlarge, l.l",
    "AWS::S3::Bucket, aws s3 bucket, U::C::C",
    "InstanceIDs, instance ids, CS",
    "VPCsPeered, vpcs peered, SC",
    "MD5OfBody, md5 of body, UCC",
  })
  void name_isSplit_andRestored(String name, String words, String pattern) {
    Words split = Words.of(name);
    assertThat(String.join(" ", split.words())).isEqualTo(words);
    assertThat(split.pattern()).isEqualTo(pattern);
    assertThat(split.name()).isEqualTo(name);
  }

  @Test
  void name_withoutLettersAndDigits_hasNoWords() {
    assertThat(Words.of("*").words()).isEmpty();
    assertThat(Words.of("").words()).isEmpty();
    assertThat(Words.of("é").words()).isEmpty();
  }
}
