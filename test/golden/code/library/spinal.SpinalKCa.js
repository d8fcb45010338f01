// SpinalKCa — from models/channels/spinal.livn
