/** The engine of EC2: networks, security groups, key pairs, images, volumes and instances. */
@NullMarked
package io.boto4j.local.ec2;

import org.jspecify.annotations.NullMarked;
