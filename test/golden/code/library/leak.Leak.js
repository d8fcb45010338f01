// Leak — from models/channels/leak.livn
