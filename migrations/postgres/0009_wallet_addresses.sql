-- Wallets by which people sign in (EIP-4361): a wallet is one person's, on however many chains it was shown.
CREATE TABLE wallet_addresses (
    -- In the spelling of EIP-55.
    address VARCHAR(42) NOT NULL,
    -- EIP-155.
    chain_id BIGINT NOT NULL,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- TRUE for the chain on which the wallet was shown first, NULL for the others: so that of two who show it first at once one has it.
    is_primary BOOLEAN,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (address, chain_id)
);
CREATE UNIQUE INDEX wallet_addresses_primary ON wallet_addresses (address, is_primary);
CREATE INDEX wallet_addresses_user ON wallet_addresses (user_id);
