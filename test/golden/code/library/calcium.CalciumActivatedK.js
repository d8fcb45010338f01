// CalciumActivatedK — from models/channels/calcium.livn
